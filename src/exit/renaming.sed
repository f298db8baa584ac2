# From Camunda 7.24 to Operaton 1.0.3: every rule that the copy's sources pass. Diagrams, tables and forms pass none.

# Packages and Maven coordinates.
s/org\.camunda\.bpm/org.operaton.bpm/g
s/camunda-bpm-spring-boot-starter/operaton-bpm-spring-boot-starter/g
s/camunda-bom/operaton-bom/g
s/<camunda\.version>7\.24\.0</<camunda.version>1.0.3</

# The prefix of configuration properties, in YAML and in code.
s/^camunda:$/operaton:/
s/\bcamunda\.bpm\./operaton.bpm./g

# The web applications: their address, and the WebJar that our files lie over.
s#/camunda/\(app\|api\|lib\|assets\|favicon\|\*\*\|securityFilterRules\|index\)#/operaton/\1#g
s#"/camunda"#"/operaton"#g
s#"/camunda/"#"/operaton/"#g
s#webjars/camunda/#webjars/operaton/#g

# Names that the engine gives to beans and constants, the administrators' group among them.
s/camundaTaskExecutor/operatonTaskExecutor/g
s/CAMUNDA_ADMIN/OPERATON_ADMIN/g

# The BPMN model's classes and getters for the engine's own attributes.
s/\.instance\.camunda\.Camunda/.instance.operaton.Operaton/
s/\bCamundaTaskListener\b/OperatonTaskListener/g
s/\bgetCamunda\([A-Z]\)/getOperaton\1/g
