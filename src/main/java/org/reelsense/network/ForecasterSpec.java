package org.reelsense.network;

/**
 * What a forecaster is, without its weights: one recurrent layer over the values of a window, one linear layer from its
 * last state to the values that follow.
 *
 * @param cell the recurrent cell
 * @param window T, values it looks back on
 * @param hiddenSize H, units
 * @param horizon F, values it looks ahead
 * @param normalisation of the window
 */
public record ForecasterSpec(Cell cell, int window, int hiddenSize, int horizon, Normalisation normalisation) {

    private static final int MOST_VALUES = 10_000;
    private static final int MOST_UNITS = 8_192;

    public ForecasterSpec {
        check("window", window, MOST_VALUES);
        check("hiddenSize", hiddenSize, MOST_UNITS);
        check("horizon", horizon, MOST_VALUES);
    }

    /** One that sees windows as they come. */
    public ForecasterSpec(Cell cell, int window, int hiddenSize, int horizon) {
        this(cell, window, hiddenSize, horizon, Normalisation.NONE);
    }

    private static void check(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is outside 1.." + most);
        }
    }

    /**
     * The same weights, if they are those of such a network.
     *
     * @throws IllegalArgumentException if not
     */
    public Parameters require(Parameters weights) {
        if (weights.rows() != 0 || weights.dense().length != parameters()) {
            throw new IllegalArgumentException("weights: " + weights.rows() + " rows and " + weights.dense().length
                    + " values, but the spec asks for none and " + parameters());
        }
        return weights;
    }

    /** All weights, counted as Keras does: one bias a gate, for the GRU two ({@code reset_after}). */
    public int parameters() {
        return ParameterLayout.of(this).size();
    }
}
