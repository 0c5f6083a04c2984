package dev.letsbackprop.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer ahead of a client that does not read it yet.
 *
 * <p>Most clients send all of a batch before they read a word. Without room between the two,
 * neither side would ever move again once the sockets are full.
 */
final class Ahead extends OutputStream {
  private final OutputStream out;
  private final long room;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final Thread writer;
  private long held;
  private boolean ended;
  private @Nullable IOException failure;

  /**
   * Room before a stream.
   *
   * @param room the most bytes that wait
   */
  Ahead(OutputStream out, long room) {
    this.out = out;
    this.room = room;
    this.writer = Thread.ofVirtual().name("answer").start(this::drain);
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    byte[] copy = new byte[length];
    System.arraycopy(bytes, offset, copy, 0, length);
    synchronized (waiting) {
      while (held > 0 && held + length > room && failure == null) {
        pause();
      }
      throwIfFailed();
      held += length;
      waiting.add(copy);
      waiting.notifyAll();
    }
  }

  /** Waits until all has been written. */
  @Override
  public void close() throws IOException {
    synchronized (waiting) {
      ended = true;
      waiting.notifyAll();
    }
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    throwIfFailed();
  }

  private void drain() {
    try {
      for (byte[] next = take(); next != null; next = take()) {
        out.write(next);
        boolean idle;
        synchronized (waiting) {
          held -= next.length;
          idle = waiting.isEmpty();
          waiting.notifyAll();
        }
        if (idle) {
          out.flush();
        }
      }
    } catch (IOException e) {
      synchronized (waiting) {
        failure = e;
        waiting.clear();
        waiting.notifyAll();
      }
    }
  }

  private byte @Nullable [] take() throws IOException {
    synchronized (waiting) {
      while (waiting.isEmpty() && !ended) {
        pause();
      }
      return waiting.poll();
    }
  }

  private void pause() throws IOException {
    try {
      waiting.wait();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException();
  }

  private void throwIfFailed() throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
  }
}
