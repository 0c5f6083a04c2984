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
      SpringApplication.run(LetsBackprop.class, ServeArguments.of(arguments));
    } else {
      System.exit(Commands.run(arguments, Streams.ofProcess()));
    }
  }
}
