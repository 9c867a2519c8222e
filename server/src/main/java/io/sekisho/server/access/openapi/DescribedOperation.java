package io.sekisho.server.access.openapi;

import io.sekisho.server.access.Permission;
import io.sekisho.server.access.Role;
import io.sekisho.server.access.Scope;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One operation as it is told: what its handler shows, what is kept of it by hand, and its row in the table. */
final class DescribedOperation {

    private static final List<String> QUOTA_HEADERS = List.of("RateLimit", "RateLimit-Policy");

    private final Operation told;
    private final Permission permission;

    DescribedOperation(Operation told, Permission permission) {
        this.told = told;
        this.permission = permission;
    }

    /** Takes over what is kept by hand. */
    void describe(Operation kept, KeptDescription all) {
        told.setTags(kept.getTags());
        told.setOperationId(kept.getOperationId());
        told.setSummary(kept.getSummary());
        told.setDescription(kept.getDescription());
        told.setRequestBody(kept.getRequestBody());
        told.setResponses(kept.getResponses());
        told.setParameters(parameters(kept, all));
    }

    /** The answers of the door, and of every handler behind it. */
    void addDoor() {
        ApiResponses responses = told.getResponses();
        answer(responses, "400", "BadRequest");
        answer(responses, "500", "InternalError");
        answer(responses, "503", "Unavailable");
        if (permission != Permission.PUBLIC) {
            answer(responses, "401", "Unauthorized");
            answer(responses, "403", "Forbidden");
        }
        if (told.getRequestBody() != null) {
            answer(responses, "413", "TooLarge");
        }
        if (!permission.scopes().isEmpty()) {
            answer(responses, "429", "QuotaExceeded");
            responses.forEach(DescribedOperation::addQuota);
        }
    }

    /** Whom the table lets in. */
    void addPermission() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", permission.name());
        row.put("scopes", permission.scopes().stream().map(Scope::word).toList());
        row.put("roles", permission.roles().stream().map(Role::word).toList());
        told.addExtension("x-permission", row);
        List<SecurityRequirement> ways = new ArrayList<>();
        if (!permission.scopes().isEmpty()) {
            ways.add(new SecurityRequirement().addList("bearer"));
        }
        if (!permission.roles().isEmpty()) {
            ways.add(new SecurityRequirement().addList("session"));
        }
        told.setSecurity(ways);
    }

    /** Which parameters there are the handler says; what they mean is kept by hand. */
    private List<Parameter> parameters(Operation kept, KeptDescription all) {
        List<Parameter> shown = Optional.ofNullable(told.getParameters()).orElse(List.of());
        List<Parameter> described = Optional.ofNullable(kept.getParameters()).orElse(List.of());
        return shown.stream()
                .filter(parameter -> !isContentType(parameter))
                .map(parameter -> described.stream()
                        .filter(candidate -> isSame(all.resolved(candidate), parameter))
                        .findFirst()
                        .orElse(parameter))
                .toList();
    }

    /** OpenAPI tells it with the body. */
    private static boolean isContentType(Parameter parameter) {
        return parameter.getIn().equals("header") && parameter.getName().equalsIgnoreCase("content-type");
    }

    private static boolean isSame(Parameter one, Parameter other) {
        return one.getName().equals(other.getName()) && one.getIn().equals(other.getIn());
    }

    private static void answer(ApiResponses responses, String status, String name) {
        responses.putIfAbsent(status, new ApiResponse().$ref("#/components/responses/" + name));
    }

    private static void addQuota(String status, ApiResponse response) {
        if (status.startsWith("2")) {
            QUOTA_HEADERS.forEach(
                    name -> response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name)));
        }
    }
}
