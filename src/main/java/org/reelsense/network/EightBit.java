package org.reelsense.network;

/** Numbers as oneDNN's 8-bit LSTM takes them: data as unsigned bytes around {@link #ZERO}, weights as signed ones. */
final class EightBit {

    /** The byte of a datum of zero. */
    static final int ZERO = 128;

    /** Codes a unit: data in ±1 become 1 to 255. */
    static final float DATA_SCALE = 127;

    private static final int MOST_WEIGHT = 127;

    private EightBit() {}

    /** The largest number in each column of [rows, width]. */
    static float[] columnScale(float[] values, int width) {
        float[] scale = new float[width];
        for (int i = 0; i < values.length; i++) {
            scale[i % width] = Math.max(scale[i % width], Math.abs(values[i]));
        }
        requireFinite(scale);
        return scale;
    }

    /** [rows, width] divided by the columns' scale; a column of zeros stays one. */
    static byte[] codes(float[] values, float[] columnScale) {
        float[] factor = new float[columnScale.length];
        for (int j = 0; j < factor.length; j++) {
            factor[j] = columnScale[j] > 0 ? DATA_SCALE / columnScale[j] : 0;
        }
        byte[] codes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            float code = values[i] * factor[i % factor.length] + ZERO;
            codes[i] = (byte) Math.round(Math.max(0, Math.min(255, code)));
        }
        return codes;
    }

    /** The weights with the columns of one direction's input matrix multiplied by their scale. */
    static float[] scaled(float[] dense, ParameterLayout.Direction slots, float[] columnScale) {
        float[] scaled = dense.clone();
        int begin = slots.inputWeights().offset();
        for (int i = 0; i < slots.inputWeights().size(); i++) {
            scaled[begin + i] *= columnScale[i % columnScale.length];
        }
        return scaled;
    }

    /** [G*H], codes a unit of each row of a direction's two matrices, so that the largest number there becomes ±127. */
    static float[] weightScale(float[] dense, ParameterLayout.Direction slots) {
        float[] scale = new float[slots.inputBias().size()];
        takeLargest(dense, slots.inputWeights(), scale);
        takeLargest(dense, slots.hiddenWeights(), scale);
        requireFinite(scale);
        for (int row = 0; row < scale.length; row++) {
            scale[row] = scale[row] > 0 ? MOST_WEIGHT / scale[row] : 1;
        }
        return scale;
    }

    private static void takeLargest(float[] dense, ParameterLayout.Slot matrix, float[] largest) {
        int in = matrix.size() / largest.length;
        for (int i = 0; i < matrix.size(); i++) {
            largest[i / in] = Math.max(largest[i / in], Math.abs(dense[matrix.offset() + i]));
        }
    }

    private static void requireFinite(float[] largest) {
        for (float one : largest) {
            if (!Float.isFinite(one)) {
                throw new IllegalArgumentException(
                        "weights: one is too large for 8 bits, " + one + "; score with floats");
            }
        }
    }
}
