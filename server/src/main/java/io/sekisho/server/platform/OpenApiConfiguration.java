package io.sekisho.server.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /openapi says beside the endpoints, which are read from the handlers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "bearer";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sekisho")
                        .version("0.1")
                        .description(
                                "Decides what happens in a shop: logins, changes of accounts, orders, gift codes. Every error"
                                        + " is application/problem+json with all problems at once.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                // Without it the port of the server that was asked would stand here.
                .servers(List.of(new Server().url("/").description("The server that was asked")))
                .components(new Components()
                        .addSchemas(PROBLEM, problem())
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key: ./sekisho key create")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** Whatever an endpoint answers when all is well, everything else it answers in one form. */
    @Bean
    GlobalOperationCustomizer problems() {
        Content content = new Content()
                .addMediaType(
                        HttpProblem.CONTENT_TYPE,
                        new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM)));
        ApiResponse response = new ApiResponse()
                .description("What is wrong, all of it at once")
                .content(content);
        return (operation, handler) -> {
            operation.getResponses().addApiResponse(ApiResponses.DEFAULT, response);
            return operation;
        };
    }

    private static Schema<?> problem() {
        Schema<?> item = object("One of the things that are wrong");
        item.addProperty("line", of("integer", "Of a batch, from 1"));
        item.addProperty("pointer", of("string", "RFC 6901, into the line or the body"));
        item.addProperty("code", of("string", "Stable, for machines"));
        item.addProperty("detail", of("string", "For people"));
        Schema<?> problem = object("RFC 9457; further members beside these");
        problem.setRequired(List.of("type", "code", "title", "status", "detail"));
        problem.addProperty("type", of("string", "urn:sekisho:problem: and the code"));
        problem.addProperty("code", of("string", "Stable, for machines"));
        problem.addProperty("title", of("string", "The kind of problem, for people"));
        problem.addProperty("status", of("integer", "As in the status line"));
        problem.addProperty("detail", of("string", "What is wrong and what to do"));
        Schema<?> all = of("array", "Everything that is wrong, where there is more to say");
        all.setItems(item);
        problem.addProperty("problems", all);
        return problem;
    }

    private static Schema<?> object(String description) {
        return of("object", description);
    }

    /** In version 3.1 a schema has a set of types. */
    private static Schema<?> of(String type, String description) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        schema.setDescription(description);
        return schema;
    }
}
