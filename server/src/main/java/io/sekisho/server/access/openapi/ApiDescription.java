package io.sekisho.server.access.openapi;

import io.sekisho.server.access.Endpoints;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Completes what springdoc reads from the handlers. They take and give bytes, so that it sees paths and parameters alone;
 * shapes, texts and answers are kept beside, and who may call comes from the table of endpoints.
 */
final class ApiDescription implements OpenApiCustomizer {

    private static final String API = "/v1/";

    /** Where an operation is. */
    private record Place(String path, PathItem.HttpMethod method) {

        Endpoints.Match row() {
            return Endpoints.find(HttpMethod.valueOf(method.name()), PathContainer.parsePath(path));
        }
    }

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
        paths.forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> complete(new Place(path, method), operation, kept)));
        add(kept.components(), told.getComponents());
    }

    private static void complete(Place place, Operation told, KeptDescription kept) {
        if (!(place.row() instanceof Endpoints.Match.Found found)) {
            return;
        }
        DescribedOperation operation =
                new DescribedOperation(told, found.endpoint().permission());
        operation.addPermission();
        if (place.path().startsWith(API)) {
            kept.operation(place.path(), place.method()).ifPresent(texts -> {
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
