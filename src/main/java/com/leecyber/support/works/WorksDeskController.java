package com.leecyber.support.works;

import com.leecyber.support.desk.AgentTasks;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the card of works in Tasklist reads. A task that is not the agent's to see is not found. */
@RestController
@RequestMapping("/desk/works")
class WorksDeskController {

    private final AgentTasks tasks;
    private final WorksCards cards;

    WorksDeskController(AgentTasks tasks, WorksCards cards) {
        this.tasks = tasks;
        this.cards = cards;
    }

    @GetMapping("/plan")
    WorksCard plan(@RequestParam(defaultValue = "ru") Locale lang) {
        return cards.beforePlanning(lang);
    }

    @GetMapping("/{taskId}/card")
    WorksCard card(@PathVariable String taskId, @RequestParam(defaultValue = "ru") Locale lang) {
        return tasks.find(taskId)
                .flatMap(task -> cards.of(task.about(), lang))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
