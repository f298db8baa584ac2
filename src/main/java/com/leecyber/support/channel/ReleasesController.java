package com.leecyber.support.channel;

import com.leecyber.support.ticket.Releases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a delivery pipeline reports that a release is out (R5.4c). */
@RestController
@RequestMapping("/api/v1/releases")
@Tag(name = "api.docs.releases")
class ReleasesController {

    private final Releases releases;
    private final Retrying retrying;

    ReleasesController(Releases releases, Retrying retrying) {
        this.releases = releases;
        this.retrying = retrying;
    }

    /**
     * A published release.
     *
     * @param tickets how many waited for it
     */
    record Published(String version, int tickets) {}

    @PostMapping
    @Operation(summary = "api.docs.publish", description = "api.docs.publish.more")
    Published publish(@RequestBody ReleaseRequest release) {
        String version = release.checked();
        return new Published(
                version, retrying.transaction(() -> releases.publish(version)).size());
    }
}
