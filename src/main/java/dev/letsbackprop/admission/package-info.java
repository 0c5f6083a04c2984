/**
 * Who may compute, and when: work is let in by what it takes of the memory and of the processors,
 * known before it begins; what there is no room for waits its turn, and is refused politely where
 * that would take too long.
 */
@NullMarked
package dev.letsbackprop.admission;

import org.jspecify.annotations.NullMarked;
