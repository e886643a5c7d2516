package org.reelsense.network;

/**
 * Floats, step by step: the input's products are looked up or computed ({@link StepInputs}), the rest is a
 * {@link StepProgram} for each number of rows.
 */
final class StepKernel implements ScoringKernel {

    private final OneDnn oneDnn;
    private final NetworkSpec spec;
    private final ParameterLayout.Direction slots;
    private final StepWeights weights;
    private final StepInputs inputs;
    private final ShapePrograms<StepProgram> programs = new ShapePrograms<>(StepProgram::close);
    private StepBuffers buffers;
    private Weights loaded;
    private InputTable table;
    private boolean stale = true;

    /** {@code direction} is 0 for forward, 1 for reverse. */
    StepKernel(OneDnn oneDnn, Weights first, InputTable table, int direction) {
        this.oneDnn = oneDnn;
        this.table = table;
        spec = first.spec();
        loaded = first;
        slots = ParameterLayout.of(spec).direction(direction);
        weights = new StepWeights(oneDnn, spec);
        inputs = new StepInputs(oneDnn, spec, direction, weights);
        buffers = buffers(KernelRoom.NONE);
    }

    private StepBuffers buffers(KernelRoom room) {
        return new StepBuffers(room, spec.cell(), spec.hiddenSize());
    }

    /** Takes up weights, when it next runs: training changes them many times between two scorings. */
    void load(Weights changed, InputTable ofChanged) {
        loaded = changed;
        table = ofChanged;
        stale = true;
    }

    @Override
    public void prepare(KernelShape shape) {
        if (stale) {
            weights.load(loaded.dense(), slots);
            inputs.load(loaded.embedding(), table);
            stale = false;
        }
        if (!buffers.room().holds(shape)) {
            KernelRoom wanted = buffers.room().with(shape);
            replaceBuffers(KernelRoom.NONE); // if there is no memory for the next, none that is freed stays in use
            replaceBuffers(wanted);
        }
        if (!programs.has(ofRows(shape))) {
            programs.add(ofRows(shape), new StepProgram(oneDnn, spec, shape.batch(), buffers, weights));
        }
        inputs.clear();
    }

    private void replaceBuffers(KernelRoom room) {
        programs.clear();
        buffers.close();
        buffers = buffers(room);
    }

    /** A step is the same whatever the number of steps. */
    private static KernelShape ofRows(KernelShape shape) {
        return new KernelShape(1, shape.batch());
    }

    @Override
    public void put(int row, int id) {
        inputs.put(row, id);
    }

    @Override
    public void forward(KernelShape shape) {
        StepProgram program = programs.of(ofRows(shape));
        program.begin();
        for (int t = 0; t < shape.time(); t++) {
            int rows = inputs.gather(t, shape.batch(), buffers);
            program.step();
            oneDnn.stream._wait();
            int units = spec.hiddenSize();
            buffers.output()
                    .buffer()
                    .put(shape.row(t, 0) * units, buffers.state().buffer(), 0, rows * units);
        }
    }

    @Override
    public NativeFloats output() {
        return buffers.output();
    }

    @Override
    public void close() {
        programs.close();
        buffers.close();
        inputs.close();
        weights.close();
    }
}
