/** Speed of Reelsense beside its peers, in one run on one machine; not part of the jar. {@code src/bench/README.md} tells how. */
@NullMarked
package org.reelsense.bench;

import org.jspecify.annotations.NullMarked;
