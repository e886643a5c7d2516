package org.reelsense.embedding;

import java.util.List;
import java.util.StringJoiner;
import org.deeplearning4j.text.sentenceiterator.BaseSentenceIterator;
import org.reelsense.progress.Progress;

/** Hands DL4J one review after another, each as its known ids with spaces between; written only when asked for. */
final class IdSentences extends BaseSentenceIterator {

    private final List<int[]> documents;
    private final Progress progress;
    private int next;
    /** The first pass only counts words and takes no time worth reporting. */
    private boolean counting = true;

    IdSentences(List<int[]> documents, Progress progress) {
        this.documents = documents;
        this.progress = progress;
    }

    @Override
    public String nextSentence() {
        progress.advance(counting ? 0 : 1);
        StringJoiner sentence = new StringJoiner(" ");
        for (int id : documents.get(next++)) {
            if (id > 0) {
                sentence.add(Integer.toString(id));
            }
        }
        return sentence.toString();
    }

    @Override
    public boolean hasNext() {
        return next < documents.size();
    }

    @Override
    public void reset() {
        counting &= next == 0;
        next = 0;
    }
}
