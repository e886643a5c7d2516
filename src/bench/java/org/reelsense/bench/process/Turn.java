package org.reelsense.bench.process;

/**
 * What an engine did in one turn.
 *
 * @param reviews worked through
 * @param tokens of these reviews, padding not counted
 * @param seconds by the engine's own clock, without the way to it and back
 */
public record Turn(long reviews, long tokens, double seconds) {

    public double reviewsPerSecond() {
        return reviews / seconds;
    }

    public double tokensPerSecond() {
        return tokens / seconds;
    }

    /** Two processes that worked at the same time: all they did, in the time of the slower. */
    public Turn beside(Turn other) {
        return new Turn(reviews + other.reviews, tokens + other.tokens, Math.max(seconds, other.seconds));
    }

    /** One turn after another. */
    public Turn then(Turn other) {
        return new Turn(reviews + other.reviews, tokens + other.tokens, seconds + other.seconds);
    }
}
