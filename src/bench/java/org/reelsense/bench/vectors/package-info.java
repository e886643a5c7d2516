/** The Java side of {@code src/bench/embedding.py}, which compiles this package alone, against {@code target/lib}. */
@NullMarked
package org.reelsense.bench.vectors;

import org.jspecify.annotations.NullMarked;
