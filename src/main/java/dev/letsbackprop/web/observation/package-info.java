/** What is seen of the service from outside: headers, logs, traces, metrics and health. */
@NullMarked
package dev.letsbackprop.web.observation;

import org.jspecify.annotations.NullMarked;
