package com.leecyber.support.gate;

import java.util.Map;

/** What a table's file may consist of: one decision table in FEEL, as Camunda Modeler writes it. */
final class DmnGrammar {

    static final Map<String, String> NAMESPACES = Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://bpmn.io/schema/dmn/biodi/2.0", "biodi",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://camunda.org/schema/1.0/dmn", "camunda");

    static final Grammar GRAMMAR = new Grammar(
            """
            dmn:definitions | id name namespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion \
                | dmn:decision* dmndi:DMNDI
            dmn:decision | id name camunda:historyTimeToLive camunda:versionTag | dmn:description dmn:decisionTable
            dmn:description | | #text
            dmn:decisionTable | id hitPolicy biodi:annotationsWidth | dmn:input* dmn:output* dmn:rule*
            dmn:input | id label biodi:width | dmn:inputExpression dmn:inputValues
            dmn:inputExpression | id typeRef expressionLanguage=feel | dmn:text
            dmn:inputValues dmn:outputValues | id | dmn:text
            dmn:output | id label name typeRef biodi:width | dmn:outputValues
            dmn:rule | id | dmn:description dmn:inputEntry* dmn:outputEntry*
            dmn:inputEntry dmn:outputEntry | id expressionLanguage=feel | dmn:text dmn:description
            dmn:text | | #text
            dmndi:DMNDI | | dmndi:DMNDiagram*
            dmndi:DMNDiagram | id name | dmndi:DMNShape*
            dmndi:DMNShape | id dmnElementRef isCollapsed=yes-no | dc:Bounds
            dc:Bounds | x=coordinate y=coordinate width=coordinate height=coordinate |
            """,
            Map.of(
                    "expressionLanguage", "table-language",
                    "typeLanguage", "table-language",
                    "dmn:literalExpression", "table-language",
                    "dmn:context", "table-language",
                    "dmn:invocation", "table-language",
                    "dmn:businessKnowledgeModel", "table-language",
                    "dmn:functionDefinition", "table-language",
                    "dmn:import", "import"));

    private DmnGrammar() {}
}
