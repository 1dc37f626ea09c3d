package printable

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// UTF8 is the text of a file in UTF-8, without the mark that Windows puts
// first. A file that is marked as UTF-16, as PowerShell and Notepad write it,
// is turned into UTF-8; any other stays as it is.
func UTF8(data []byte) []byte {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return fromUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return fromUTF16(data[2:], binary.BigEndian)
	}
	return bytes.TrimPrefix(data, []byte("\ufeff"))
}

// fromUTF16 turns data into UTF-8. Half a character at the end is left out.
func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units)))
}
