package org.reelsense.bench;

final class ClassifierRun {
    private ClassifierRun() {}
    static void main(String[] args) {}
}
