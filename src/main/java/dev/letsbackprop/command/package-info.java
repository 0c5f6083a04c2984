/** The command line: the service's jobs from files and pipes, without a server. */
@NullMarked
package dev.letsbackprop.command;

import org.jspecify.annotations.NullMarked;
