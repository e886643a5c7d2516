/**
 * Work shared out among threads. Who owns the threads, and what belongs to each of them, is the business of the packages
 * above ({@code network}, {@code embedding}); how numbered tasks are taken, waited for and fail is decided here once.
 */
@NullMarked
package org.reelsense.parallel;

import org.jspecify.annotations.NullMarked;
