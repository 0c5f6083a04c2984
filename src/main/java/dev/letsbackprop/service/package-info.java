/** What the service does, whoever asks: a request in, a report out, no word of HTTP. */
@NullMarked
package dev.letsbackprop.service;

import org.jspecify.annotations.NullMarked;
