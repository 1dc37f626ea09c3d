// Package object reads and writes PDF as the graph of objects that it is.
//
// A PDF file is a set of numbered objects (numbers, names, strings, arrays,
// dictionaries and streams) that refer to each other, with a trailer dictionary
// that names the root; pages are what grows from there. [Read] gives that graph
// as plain values in a [File], whether the file keeps its objects singly or in
// compressed object streams, and whether its index is a table, a stream, several
// of each after updates, or lost. [Write] writes what the trailer reaches, and
// nothing else: numbered afresh, keys in order, packed into object streams and
// compressed. The same graph always gives the same bytes.
//
//	f, err := object.Read(data)
//	root := f.Dict(f.Trailer["Root"])
//	root["Lang"] = object.Text("en-GB")
//	err = object.Write(w, f)
//
// [Operations] reads what a page paints. The package knows the syntax of ISO
// 32000-1 clause 7 and nothing of what objects mean: no pages, fonts or tags. It
// opens no encrypted file and renders nothing.
package object
