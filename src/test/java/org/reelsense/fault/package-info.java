/**
 * What the fault tests share. A fault test is tagged {@code fault}, lives beside what it tests, and runs twice: a quick
 * version in every build, and with {@code mvn verify -Pfault} the counts that {@code datasets/results/fault/} records.
 *
 * <p>Trap: a fault test draws its moments, places and bytes from a seed that stands in its code, so that what it found once
 * it finds again; only the kernel's scheduling is left to chance.
 */
@NullMarked
package org.reelsense.fault;

import org.jspecify.annotations.NullMarked;
