package main

import (
	"errors"
	"syscall"
)

// The errors that Windows gives where another program holds a file open.
const (
	sharingViolation = syscall.Errno(32)
	lockViolation    = syscall.Errno(33)
)

// isLocked reports whether err says that another program holds a file open.
func isLocked(err error) bool {
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}

// mayBeOpen reports whether err, on putting a file in another's place, may
// mean that the other is open: Windows then only says that access is denied.
func mayBeOpen(err error) bool {
	return isLocked(err) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
}
