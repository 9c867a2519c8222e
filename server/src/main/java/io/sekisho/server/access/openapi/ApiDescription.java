package io.sekisho.server.access.openapi;

import io.sekisho.server.access.Endpoint;
import io.sekisho.server.access.Endpoints;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes what springdoc reads from the handlers. They take and give bytes, so that it sees paths and parameters alone;
 * shapes, texts and answers are kept beside, and who may call comes from the table of endpoints.
 */
final class ApiDescription implements OpenApiCustomizer {

    private static final String API = "/v1/";

    @Override
    public void customise(OpenAPI told) {
        KeptDescription kept = KeptDescription.read();
        Paths paths = told.getPaths();
        // The pages are for people, who need no description of them.
        paths.keySet().removeIf(path -> !path.startsWith(API));
        // These are answered by what the server is built with, which springdoc does not look at.
        kept.paths().forEach((path, item) -> {
            if (!path.startsWith(API)) {
                paths.addPathItem(path, item);
            }
        });
        Endpoints.all().forEach(endpoint -> complete(paths, endpoint, kept));
        add(kept.components(), told.getComponents());
    }

    private static void complete(Paths paths, Endpoint endpoint, KeptDescription kept) {
        String path = endpoint.path().getPatternString();
        PathItem.HttpMethod method =
                PathItem.HttpMethod.valueOf(endpoint.method().name());
        Optional<Operation> told =
                Optional.ofNullable(paths.get(path)).map(item -> item.readOperationsMap().get(method));
        if (told.isEmpty()) {
            return;
        }
        DescribedOperation operation = new DescribedOperation(told.get(), endpoint);
        operation.addPermission();
        if (path.startsWith(API)) {
            kept.operation(path, method).ifPresent(texts -> {
                operation.describe(texts, kept);
                operation.addDoor();
            });
        }
    }

    private static void add(Components kept, Components told) {
        told.setSchemas(kept.getSchemas());
        told.setResponses(kept.getResponses());
        told.setHeaders(kept.getHeaders());
        told.setParameters(kept.getParameters());
        kept.getSecuritySchemes().forEach(told::addSecuritySchemes);
    }
}
