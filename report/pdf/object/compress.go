package object

import (
	"bytes"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/zlib"
)

// effort of the compressor, from 1 to 9: as small as the standard library's
// usual, in half its time.
const effort = 6

// compress compresses the parts that no filter is named for, but metadata, on
// every core at once. Each is compressed alone, so that its bytes are the same
// whichever core does it.
func compress(parts []*part) error {
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, runtime.GOMAXPROCS(0))
	for i := range errs {
		group.Go(func() {
			var c compressor
			for n := int(next.Add(1)); n <= len(parts) && errs[i] == nil; n = int(next.Add(1)) {
				errs[i] = parts[n-1].compress(&c)
			}
		})
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
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
