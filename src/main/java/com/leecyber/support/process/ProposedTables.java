package com.leecyber.support.process;

import com.leecyber.support.gate.ProcessFile;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.model.dmn.Dmn;

/** The tables as they would be: the proposed ones, and those in force where none is proposed. */
class ProposedTables implements Tables {

    private final Map<String, ProcessFile> proposed;
    private final Map<String, Table> read = new ConcurrentHashMap<>();
    private final Tables inForce;
    private final TableReader reader = new TableReader();

    /** The files have passed the gate. */
    ProposedTables(Collection<ProcessFile> files, Tables inForce) {
        this.inForce = inForce;
        this.proposed = files.stream().collect(Collectors.toMap(ProcessFile::name, Function.identity()));
    }

    @Override
    public Table latest(String name) {
        Table current = inForce.latest(name);
        ProcessFile file = proposed.get(name + ".dmn");
        return file == null ? current : read.computeIfAbsent(name, unread -> read(name, file, current.version() + 1));
    }

    @Override
    public DmnDecisionRuleResult evaluate(Table table, Map<String, Object> facts) {
        return reader.evaluate(table, facts);
    }

    private Table read(String name, ProcessFile file, int version) {
        return reader.read(
                "proposed:" + name, name, version, Dmn.readModelFromStream(new ByteArrayInputStream(file.content())));
    }
}
