package com.leecyber.support.gate;

import java.util.Map;

/** What a diagram may consist of: the part of BPMN that the desk's processes need, as Camunda Modeler writes it. */
final class BpmnGrammar {

    static final Map<String, String> NAMESPACES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color");

    /** What may stand in a process or in a sub-process. */
    private static final String FLOW_ELEMENTS = """
            bpmn:startEvent* bpmn:endEvent* bpmn:intermediateCatchEvent* bpmn:intermediateThrowEvent* \
            bpmn:boundaryEvent* bpmn:userTask* bpmn:serviceTask* bpmn:receiveTask* bpmn:businessRuleTask* \
            bpmn:callActivity* bpmn:subProcess* bpmn:exclusiveGateway* bpmn:inclusiveGateway* bpmn:parallelGateway* \
            bpmn:sequenceFlow* bpmn:textAnnotation* bpmn:association* bpmn:group*""";

    private static final String NODE = "bpmn:documentation bpmn:extensionElements bpmn:incoming* bpmn:outgoing*";
    private static final String JOB =
            "camunda:asyncBefore=yes-no camunda:asyncAfter=yes-no camunda:exclusive=yes-no camunda:jobPriority=rank";
    private static final String TEMPLATE =
            "camunda:modelerTemplate camunda:modelerTemplateVersion=rank camunda:modelerTemplateIcon";
    private static final String COLOUR = "bioc:stroke bioc:fill color:background-color color:border-color";

    static final Grammar GRAMMAR = new Grammar(
            """
            bpmn:definitions | id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion \
                | bpmn:process* bpmn:collaboration bpmn:message* bpmn:error* bpmn:category* bpmndi:BPMNDiagram*
            bpmn:process | id name isExecutable=yes-no camunda:historyTimeToLive camunda:versionTag camunda:jobPriority=rank \
                camunda:taskPriority=rank camunda:isStartableInTasklist=yes-no | bpmn:documentation bpmn:laneSet #FLOW
            bpmn:subProcess | id name triggeredByEvent=yes-no #JOB | #NODE #FLOW
            bpmn:documentation | | #text
            bpmn:incoming bpmn:outgoing bpmn:flowNodeRef bpmn:categoryValueRef | | #text
            bpmn:collaboration | id | bpmn:participant bpmn:textAnnotation* bpmn:association*
            bpmn:participant | id name processRef | bpmn:documentation
            bpmn:laneSet bpmn:childLaneSet | id | bpmn:lane*
            bpmn:lane | id name | bpmn:documentation bpmn:flowNodeRef* bpmn:childLaneSet
            bpmn:message | id name |
            bpmn:error | id name errorCode |
            bpmn:category | id | bpmn:categoryValue*
            bpmn:categoryValue | id value |
            bpmn:textAnnotation | id | bpmn:text
            bpmn:text | | #text
            bpmn:association | id sourceRef targetRef associationDirection |
            bpmn:group | id categoryValueRef |
            bpmn:startEvent | id name isInterrupting=yes-no camunda:formKey #JOB #TEMPLATE | #NODE bpmn:messageEventDefinition bpmn:timerEventDefinition \
                bpmn:errorEventDefinition
            bpmn:endEvent | id name #JOB #TEMPLATE | #NODE bpmn:terminateEventDefinition bpmn:errorEventDefinition
            bpmn:intermediateCatchEvent | id name #JOB #TEMPLATE | #NODE bpmn:timerEventDefinition bpmn:messageEventDefinition \
                bpmn:linkEventDefinition
            bpmn:intermediateThrowEvent | id name #JOB #TEMPLATE | #NODE bpmn:linkEventDefinition
            bpmn:boundaryEvent | id name attachedToRef cancelActivity=yes-no #JOB #TEMPLATE | #NODE bpmn:timerEventDefinition \
                bpmn:messageEventDefinition bpmn:errorEventDefinition
            bpmn:messageEventDefinition | id messageRef |
            bpmn:timerEventDefinition | id | bpmn:timeDate
            bpmn:timeDate | id xsi:type=formal | #text
            bpmn:errorEventDefinition | id errorRef |
            bpmn:terminateEventDefinition | id |
            bpmn:linkEventDefinition | id name |
            bpmn:userTask | id name camunda:formKey camunda:candidateGroups camunda:priority=rank #JOB #TEMPLATE | #NODE
            bpmn:serviceTask | id name camunda:delegateExpression #JOB #TEMPLATE | #NODE
            bpmn:receiveTask | id name messageRef #JOB #TEMPLATE | #NODE
            bpmn:businessRuleTask | id name camunda:decisionRef camunda:decisionRefBinding=binding camunda:resultVariable \
                camunda:mapDecisionResult=single #JOB #TEMPLATE | #NODE
            bpmn:callActivity | id name calledElement camunda:calledElementBinding=binding #JOB #TEMPLATE | #NODE
            bpmn:exclusiveGateway bpmn:inclusiveGateway bpmn:parallelGateway | id name default gatewayDirection #JOB | #NODE
            bpmn:sequenceFlow | id name sourceRef targetRef #TEMPLATE \
                | bpmn:documentation bpmn:extensionElements bpmn:conditionExpression
            bpmn:conditionExpression | id xsi:type=formal | #text
            bpmn:extensionElements | | camunda:taskListener* camunda:executionListener* camunda:in* camunda:out* \
                camunda:failedJobRetryTimeCycle camunda:inputOutput
            camunda:taskListener | id event delegateExpression |
            camunda:executionListener | event delegateExpression |
            camunda:in | businessKey source sourceExpression target |
            camunda:out | source sourceExpression target |
            camunda:failedJobRetryTimeCycle | | #text
            camunda:inputOutput | | camunda:inputParameter* camunda:outputParameter*
            camunda:inputParameter camunda:outputParameter | name | #text
            bpmndi:BPMNDiagram | id name | bpmndi:BPMNPlane
            bpmndi:BPMNPlane | id bpmnElement | bpmndi:BPMNShape* bpmndi:BPMNEdge*
            bpmndi:BPMNShape | id bpmnElement isHorizontal=yes-no isExpanded=yes-no isMarkerVisible=yes-no #COLOUR \
                | dc:Bounds bpmndi:BPMNLabel
            bpmndi:BPMNEdge | id bpmnElement #COLOUR | di:waypoint* bpmndi:BPMNLabel
            bpmndi:BPMNLabel | id color:color | dc:Bounds
            dc:Bounds | x=coordinate y=coordinate width=coordinate height=coordinate |
            di:waypoint | x=coordinate y=coordinate |
            """.replace("#FLOW", FLOW_ELEMENTS)
                    .replace("#NODE", NODE)
                    .replace("#JOB", JOB)
                    .replace("#TEMPLATE", TEMPLATE)
                    .replace("#COLOUR", COLOUR),
            Map.ofEntries(
                    Map.entry("bpmn:scriptTask", "script"),
                    Map.entry("bpmn:script", "script"),
                    Map.entry("camunda:script", "script"),
                    Map.entry("camunda:resource", "script"),
                    Map.entry("scriptFormat", "script"),
                    Map.entry("language", "script"),
                    Map.entry("camunda:class", "java-class"),
                    Map.entry("class", "java-class"),
                    Map.entry("camunda:expression", "expression-step"),
                    Map.entry("expression", "expression-step"),
                    Map.entry("camunda:type", "external-task"),
                    Map.entry("camunda:topic", "external-task"),
                    Map.entry("camunda:connector", "connector"),
                    Map.entry("camunda:field", "field-injection"),
                    Map.entry("bpmn:import", "import"),
                    Map.entry("camunda:assignee", "person"),
                    Map.entry("camunda:candidateUsers", "person"),
                    Map.entry("camunda:formRef", "form-kind"),
                    Map.entry("camunda:formData", "form-kind"),
                    Map.entry("camunda:dueDate", "task-date"),
                    Map.entry("camunda:followUpDate", "task-date"),
                    Map.entry("bpmn:timeDuration", "timer"),
                    Map.entry("bpmn:timeCycle", "timer")));

    private BpmnGrammar() {}
}
