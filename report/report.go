// Package report is the vocabulary of panelpack: the metric, its observations
// period by period, the target, the rating with its reason, the finding that
// tells an officer what to mend, and the pack that a panel reads.
//
// Its values are plain and pass from stage to stage. The package reads no
// file, knows no clock, judges nothing and draws nothing; it imports the
// standard library only and no other package of the project.
package report
