package com.leecyber.support.channel;

import com.leecyber.support.security.ApiClient;
import com.leecyber.support.ticket.Impact;
import com.leecyber.support.ticket.InvalidInput;
import com.leecyber.support.ticket.InvalidInput.FieldError;
import com.leecyber.support.ticket.NewTicket;
import com.leecyber.support.ticket.TicketType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** What a customer says in a new request (R5.1); everything else about a ticket is the desk's to say. */
record TicketRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "PROBLEM")
        TicketType type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "docs")
        String service,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Документ не открывается", maxLength = 200)
        String subject,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "С утра не открывается ни один документ.")
        String description,

        @Schema(example = "Открыть любой документ") String steps,
        @Schema(example = "Документ открыт") String expected,
        @Schema(example = "Белая страница") String actual,
        ImpactRequest impact)
        implements ApiBody {

    /** What the customer says of the damage (R4.2). */
    record ImpactRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "MODULE")
            Impact.Affected affected,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "SEVERAL_USERS")
            Impact.Scope scope,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "UNAVAILABLE")
            Impact.Effect effect,

            @Schema(example = "false") Boolean dataLoss,
            @Schema(example = "true") Boolean workaround) {

        Impact checked() {
            List<FieldError> errors = new ArrayList<>();
            required("impact.affected", affected, errors);
            required("impact.scope", scope, errors);
            required("impact.effect", effect, errors);
            InvalidInput.throwIfAny(errors);
            return new Impact(affected, scope, effect, Boolean.TRUE.equals(dataLoss), Boolean.TRUE.equals(workaround));
        }

        private static void required(String field, Object value, List<FieldError> errors) {
            if (value == null) {
                errors.add(new FieldError(field, "input.required"));
            }
        }
    }

    /** The request in the name of the client's customer, through the client's channel. */
    NewTicket from(ApiClient client) {
        return new NewTicket(
                client.customerId(),
                client.channel(),
                type,
                service,
                subject,
                description,
                steps,
                expected,
                actual,
                impact == null ? null : impact.checked(),
                null);
    }
}
