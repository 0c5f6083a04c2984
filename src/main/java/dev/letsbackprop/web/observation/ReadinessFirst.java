package dev.letsbackprop.web.observation;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps answering for a while after the service has said that it is no longer ready, so that
 * whoever sends requests has time to see it.
 *
 * <p>Spring says so before it stops anything, and then stops what has the highest phase first: this
 * here.
 */
final class ReadinessFirst implements SmartLifecycle {
  private final Duration delay;
  private volatile boolean running;

  ReadinessFirst(Duration delay) {
    this.delay = delay;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
