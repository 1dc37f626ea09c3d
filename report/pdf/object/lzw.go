package object

import "fmt"

// Codes of LZW that stand for no bytes.
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFull  = 4096 // codes have at most 12 bits
)

// lzw undoes LZW (ISO 32000-1, 7.4.4): a table that begins with the bytes and
// grows by one string a code, in codes of 9 to 12 bits.
type lzw struct {
	table [][]byte
	last  []byte // the string before, nil after a clear
	width int    // of the next code, in bits
	early int    // how many codes too soon the width grows
}

// unLZW undoes the filter; codes grow one early unless EarlyChange is 0.
func (f *File) unLZW(data []byte, p Dict) ([]byte, error) {
	l := &lzw{table: make([][]byte, lzwEnd+1, lzwFull), width: 9, early: 1}
	if v, ok := f.Int(p["EarlyChange"]); ok && v == 0 {
		l.early = 0
	}
	for i := range lzwClear {
		l.table[i] = []byte{byte(i)}
	}
	var plain []byte
	bits, held := uint32(0), 0
	for _, c := range data {
		bits, held = bits<<8|uint32(c), held+8
		if held < l.width {
			continue
		}
		held -= l.width
		code := int(bits >> held & (1<<l.width - 1))
		if code == lzwEnd {
			break
		}
		s, err := l.next(code)
		if err != nil {
			return nil, err
		}
		if plain = append(plain, s...); len(plain) > Largest {
			return nil, errLarge
		}
	}
	return plain, nil
}

// next is the string of a code, with which the table grows.
func (l *lzw) next(code int) ([]byte, error) {
	if code == lzwClear {
		l.table, l.last, l.width = l.table[:lzwEnd+1], nil, 9
		return nil, nil
	}
	if l.last != nil && len(l.table) < lzwFull && code <= len(l.table) {
		grown := append(l.last[:len(l.last):len(l.last)], l.last[0])
		if code < len(l.table) {
			grown[len(grown)-1] = l.table[code][0]
		}
		l.table = append(l.table, grown)
	}
	if code >= len(l.table) {
		return nil, fmt.Errorf("a code that is not in the table")
	}
	l.last = l.table[code]
	if len(l.table)+l.early >= 1<<l.width && l.width < 12 {
		l.width++
	}
	return l.last, nil
}
