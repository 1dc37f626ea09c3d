package object

import (
	"bytes"
	"cmp"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// effort of the compressor, from 1 to 9: as small as the standard library's
// usual, in half its time.
const effort = 6

// Compress compresses a stream that no filter is named for and makes it
// smaller; but metadata, which other programs look for in the open. The same
// data gives the same bytes. Streams that are written come to it by themselves.
func (s *Stream) Compress() error {
	if s.Dict["Filter"] != nil || s.Dict["Type"] == Name("Metadata") {
		return nil
	}
	small, err := deflate(s.Data)
	if err == nil && len(small) < len(s.Data) {
		s.Data, s.Dict["Filter"] = small, Name("FlateDecode")
		delete(s.Dict, "DecodeParms")
	}
	return err
}

// compressing compresses parts as they come, on every core at once. Each is
// compressed alone, so that its bytes are the same whichever core does it.
type compressing struct {
	parts chan *part
	group sync.WaitGroup
	errs  []error // of each core
}

func startCompressing() *compressing {
	c := &compressing{parts: make(chan *part, partsWaiting), errs: make([]error, runtime.GOMAXPROCS(0))}
	for i := range c.errs {
		c.group.Go(func() {
			for p := range c.parts {
				if c.errs[i] == nil {
					c.errs[i] = p.Compress()
				}
			}
		})
	}
	return c
}

// partsWaiting is how many parts may wait for a core before those who bring
// them do.
const partsWaiting = 1000

// wait is called when the last part has come, and waits for all.
func (c *compressing) wait() error {
	close(c.parts)
	c.group.Wait()
	return cmp.Or(c.errs...)
}

// compressors are used again: making one costs more than most streams do.
var compressors = sync.Pool{New: func() any { return new(compressor) }}

type compressor struct {
	zip    *zlib.Writer
	packed bytes.Buffer
}

// deflate is data as FlateDecode has it.
func deflate(data []byte) ([]byte, error) {
	c := compressors.Get().(*compressor)
	defer compressors.Put(c)
	c.packed.Reset()
	if c.zip == nil {
		var err error
		if c.zip, err = zlib.NewWriterLevel(&c.packed, effort); err != nil {
			return nil, err
		}
	} else {
		c.zip.Reset(&c.packed)
	}
	if _, err := c.zip.Write(data); err != nil {
		return nil, err
	}
	err := c.zip.Close()
	return bytes.Clone(c.packed.Bytes()), err
}
