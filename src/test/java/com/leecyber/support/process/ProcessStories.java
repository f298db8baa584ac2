package com.leecyber.support.process;

import com.leecyber.support.DeskTest;
import com.leecyber.support.change.ChangesByHand;
import com.leecyber.support.incident.IncidentsByHand;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** A test that tells process stories. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DeskTest
@ExtendWith(EngineClock.class)
@Import({Story.class, ChangesByHand.class, IncidentsByHand.class})
@interface ProcessStories {}
