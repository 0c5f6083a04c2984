package dev.letsbackprop.service;

import dev.letsbackprop.admission.Effort;

/** How a batch goes along: whoever runs it beside others lets it have its turns. */
public interface Pace {
  /** Goes as fast as it can, for whoever has the machine to himself. */
  Pace FREE =
      new Pace() {
        @Override
        public void await() {}

        @Override
        public void receive(long bytes) {}

        @Override
        public void begin(byte[] line) {}

        @Override
        public void extend(Effort effort) {}

        @Override
        public void resume(byte[] line, Effort effort) {}

        @Override
        public void rest() {}
      };

  /** From now on a line is waited for. */
  void await();

  /** So many more bytes of a line are to be held. */
  void receive(long bytes);

  /** The first line is to be read. */
  void begin(byte[] line);

  /** What is asked for by the first line is to be worked out, and its like for each later one. */
  void extend(Effort effort);

  /** A later line is to be read and graded. */
  void resume(byte[] line, Effort effort);

  /** Nothing is to be done for now. */
  void rest();
}
