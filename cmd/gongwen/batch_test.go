package main

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// numbers yields 0, 1, 2 … n-1 and counts what was taken.
func numbers(n int, taken *atomic.Int64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestBatchKeepsOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 8, 100} {
		var taken atomic.Int64
		var got []int
		b := batch[int, int]{
			jobs: jobs,
			work: func(_ context.Context, i int) int {
				time.Sleep(time.Duration(i%7) * 100 * time.Microsecond)
				return i * i
			},
			each: func(i int) error { got = append(got, i); return nil },
		}
		if err := b.run(t.Context(), numbers(50, &taken)); err != nil {
			t.Fatal(err)
		}
		if len(got) != 50 || !slices.IsSorted(got) {
			t.Errorf("%d jobs: %v", jobs, got)
		}
	}
}

func TestBatchHasAWindow(t *testing.T) {
	const jobs = 3
	var taken atomic.Int64
	n := int64(0)
	b := batch[int, int]{
		jobs: jobs,
		work: func(_ context.Context, i int) int { return i },
		each: func(int) error {
			time.Sleep(time.Millisecond) // the work is far faster
			n++
			if ahead := taken.Load() - n; ahead > 2*jobs+2 {
				t.Errorf("%d items ahead", ahead)
			}
			return nil
		},
	}
	if err := b.run(t.Context(), numbers(100, &taken)); err != nil || n != 100 {
		t.Errorf("%d items, %v", n, err)
	}
}

func TestBatchStops(t *testing.T) {
	full := errors.New("full")
	var taken atomic.Int64
	b := batch[int, int]{
		jobs: 2,
		work: func(_ context.Context, i int) int { return i },
		each: func(i int) error {
			if i == 3 {
				return full
			}
			return nil
		},
	}
	if err := b.run(t.Context(), numbers(1<<40, &taken)); err != full {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(full)
	if err := b.run(ctx, numbers(10, &taken)); err != full {
		t.Errorf("cancelled: error %v", err)
	}
}

// TestBatchDoesNotWaitForTheStuck cancels while work hangs.
func TestBatchDoesNotWaitForTheStuck(t *testing.T) {
	gone := errors.New("gone")
	ctx, cancel := context.WithCancelCause(t.Context())
	var taken atomic.Int64
	idle := 0
	b := batch[int, int]{
		jobs: 1,
		work: func(context.Context, int) int { cancel(gone); select {} },
		each: func(int) error { return nil },
		idle: func() error { idle++; return nil },
	}
	if err := b.run(ctx, numbers(10, &taken)); err != gone || idle == 0 {
		t.Errorf("error %v, idle %d times", err, idle)
	}
}
