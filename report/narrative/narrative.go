// Package narrative brings the words of a pack together: it reads the
// commentary that owners have sent, fills its figures in from the data, holds
// those that were typed against the data, puts a placeholder where there is
// none, and fills the sections of the pack in their order.
//
// It judges no metric: every rating, fact and question comes to it from the
// rules engine. It rewrites nobody's words: what it doubts is a finding.
// Renderers in turn make no sentence of their own, so that two editions of a
// pack say the same.
package narrative
