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

// compressing compresses parts as they come, on every core at once: those that
// no filter is named for, but metadata. Each is compressed alone, so that its
// bytes are the same whichever core does it.
type compressing struct {
	parts chan *part
	group sync.WaitGroup
	errs  []error // of each core
}

func startCompressing() *compressing {
	c := &compressing{parts: make(chan *part, partsWaiting), errs: make([]error, runtime.GOMAXPROCS(0))}
	for i := range c.errs {
		c.group.Go(func() {
			var own compressor
			for p := range c.parts {
				if c.errs[i] == nil {
					c.errs[i] = p.compress(&own)
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

// compress compresses p where that is not done yet and makes it smaller.
func (p *part) compress(c *compressor) error {
	if p.Dict["Filter"] != nil || p.Dict["Type"] == Name("Metadata") {
		return nil
	}
	small, err := c.compress(p.Data)
	if err == nil && len(small) < len(p.Data) {
		p.Data, p.Dict["Filter"] = small, Name("FlateDecode")
		delete(p.Dict, "DecodeParms")
	}
	return err
}

// compressor compresses one stream after another: making the library's costs
// more than most streams do.
type compressor struct {
	zip    *zlib.Writer
	packed bytes.Buffer
}

func (c *compressor) compress(data []byte) ([]byte, error) {
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
