/** What went wrong, as RFC 9457 has it, whoever tells it: the service or the command line. */
@NullMarked
package dev.letsbackprop.problem;

import org.jspecify.annotations.NullMarked;
