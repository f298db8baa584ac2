package com.leecyber.support.desk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the known instructions are.
 *
 * @param location {@code classpath:/folder/} or {@code file:/folder/}; the latter is read again when it changes
 */
@ConfigurationProperties("support.knowledge")
record KnowledgeSettings(
        @DefaultValue("classpath:/forms/knowledge/") String location) {}
