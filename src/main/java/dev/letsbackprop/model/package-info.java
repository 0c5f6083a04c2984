/** What people send: a model in one of its spellings, read, checked and turned into a graph. */
@NullMarked
package dev.letsbackprop.model;

import org.jspecify.annotations.NullMarked;
