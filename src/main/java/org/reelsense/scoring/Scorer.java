package org.reelsense.scoring;

import java.util.List;
import org.reelsense.Prediction;

/** Gives texts their predictions, in order; from several threads at once. */
@FunctionalInterface
public interface Scorer {
    List<Prediction> score(List<String> texts);
}
