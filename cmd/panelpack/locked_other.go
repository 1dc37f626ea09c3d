//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// isLocked reports whether err says that another program holds a file open,
// as some network folders do.
func isLocked(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY)
}

// mayBeOpen reports whether err, on putting a file in another's place, may
// mean that the other is open.
func mayBeOpen(err error) bool { return isLocked(err) }
