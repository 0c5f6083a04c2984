package dev.letsbackprop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
class LetsBackprop {

  static void main(String[] arguments) {
    SpringApplication.run(LetsBackprop.class, arguments);
  }
}
