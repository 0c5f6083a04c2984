package dev.letsbackprop;

import dev.letsbackprop.command.Commands;
import dev.letsbackprop.command.ServeArguments;
import dev.letsbackprop.command.Streams;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or does one job from files and pipes, for which Spring is not loaded. */
@SpringBootApplication
class LetsBackprop {

  static void main(String[] arguments) {
    if (ServeArguments.areIn(arguments)) {
      shareProcessors();
      SpringApplication.run(LetsBackprop.class, ServeArguments.of(arguments));
    } else {
      System.exit(Commands.run(arguments, Streams.ofProcess()));
    }
  }

  /**
   * Virtual threads share as many threads of the machine as it has processors, and one that
   * computes gives its own to nobody. With some more of them the machine shares out its processors
   * itself, so that a short answer need not wait for the end of long ones.
   */
  private static void shareProcessors() {
    String setting = "jdk.virtualThreadScheduler.parallelism";
    if (System.getProperty(setting) == null) {
      System.setProperty(
          setting, Integer.toString(4 * Runtime.getRuntime().availableProcessors() + 4));
    }
  }
}
