//go:build !windows

package main

import "io"

// holdWindow does nothing: only Windows opens a window for a program and
// closes it when the program ends.
func holdWindow(io.Reader, io.Writer) {}
