package main

import (
	"context"
	"iter"
)

// A batch takes items through work, several at once, and hands what comes of
// them to each in the order of the items. It holds no more than a window of
// them in memory, whatever the number of items. It ends when the items do,
// when each returns an error, or when ctx is done; the last two do not wait
// for work that is under way.
type batch[T, R any] struct {
	jobs int
	work func(context.Context, T) R // called by several goroutines
	each func(R) error              // called by one
	idle func() error               // called before waiting for the next result; may be nil
}

// A task is an item on its way.
type task[T, R any] struct {
	item T
	done chan R // room for one: work never waits
}

func (b *batch[T, R]) run(ctx context.Context, items iter.Seq[T]) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	window := make(chan *task[T, R], b.jobs) // in order, begun or not
	todo := make(chan *task[T, R])
	for range b.jobs {
		go func() {
			for t := range todo {
				t.done <- b.work(ctx, t.item)
			}
		}()
	}
	go func() {
		defer close(todo)
		defer close(window)
		for item := range items {
			t := &task[T, R]{item, make(chan R, 1)}
			for _, to := range []chan *task[T, R]{window, todo} {
				select {
				case to <- t:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	for {
		t, more, err := await(ctx, window, b.idle)
		if err != nil || !more {
			return err
		}
		r, _, err := await(ctx, t.done, b.idle)
		if err != nil {
			return err
		}
		if err := b.each(r); err != nil {
			return err
		}
	}
}

// await receives from c. If nothing is there yet, it calls idle first.
func await[V any](ctx context.Context, c <-chan V, idle func() error) (v V, more bool, err error) {
	select {
	case <-ctx.Done():
		return v, false, context.Cause(ctx)
	case v, more = <-c:
		return v, more, nil
	default:
	}
	if idle != nil {
		if err := idle(); err != nil {
			return v, false, err
		}
	}
	select {
	case <-ctx.Done():
		return v, false, context.Cause(ctx)
	case v, more = <-c:
		return v, more, nil
	}
}
