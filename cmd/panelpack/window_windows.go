package main

import (
	"bufio"
	"fmt"
	"io"
	"syscall"
	"unsafe"
)

// holdWindow waits for Enter when the console belongs to this program alone,
// as it does when a workbook is dropped on the program's icon: the window
// would close before anybody has read it.
func holdWindow(stdin io.Reader, stderr io.Writer) {
	list := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	var ids [2]uint32
	if n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids))); n != 1 {
		return
	}
	fmt.Fprint(stderr, "\npress Enter to close this window ")
	// Whatever ends the wait, there is nothing left to do but to close.
	_, _ = bufio.NewReader(stdin).ReadString('\n')
}
