package org.greensward.revision.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One open connection to a listener. Nothing waits for it: what cannot be written at once is
 * written when the network takes it, and a listener who lets too much pile up is let go; it comes
 * back with what it heard last.
 */
final class EventStream implements WriteListener, AsyncListener {
  private static final int MOST_WAITING = 64;

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Consumer<EventStream> gone;
  private final Queue<byte[]> waiting = new ArrayDeque<>();
  private boolean begun;
  private boolean unflushed;
  private boolean closed;

  private EventStream(AsyncContext context, Consumer<EventStream> gone) throws IOException {
    this.context = context;
    this.out = context.getResponse().getOutputStream();
    this.gone = gone;
  }

  /**
   * Begins to write to a request that was made asynchronous.
   *
   * @param gone told once, when nothing can be written any more
   */
  static EventStream open(AsyncContext context, Consumer<EventStream> gone) throws IOException {
    context.setTimeout(0);
    EventStream stream = new EventStream(context, gone);
    context.addListener(stream);
    stream.out.setWriteListener(stream);
    return stream;
  }

  /** Sends as soon as the network allows; never waits. */
  void send(byte[] message) {
    synchronized (this) {
      if (!closed && waiting.size() < MOST_WAITING) {
        waiting.add(message);
        write();
        return;
      }
    }
    close();
  }

  @Override
  public synchronized void onWritePossible() {
    begun = true;
    write();
  }

  private void write() {
    try {
      while (begun && !closed && (unflushed || !waiting.isEmpty()) && out.isReady()) {
        if (waiting.isEmpty()) {
          unflushed = false;
          out.flush();
        } else {
          unflushed = true;
          out.write(waiting.remove());
        }
      }
    } catch (IOException e) {
      // The other side went away; onError tells as well.
      close();
    }
  }

  /** Ends the connection; the listener may come back. */
  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    gone.accept(this);
    try {
      context.complete();
    } catch (IllegalStateException e) {
      // The server has ended it already.
    }
  }

  @Override
  public void onError(Throwable failure) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is begun only once.
  }
}
