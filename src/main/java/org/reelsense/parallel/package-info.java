/**
 * Work shared out among threads: {@link org.reelsense.parallel.SharedTasks} on threads that the caller has ({@code embedding}),
 * {@link org.reelsense.parallel.StatefulThreads} with threads of their own that each keep a state ({@code network}).
 */
@NullMarked
package org.reelsense.parallel;

import org.jspecify.annotations.NullMarked;
