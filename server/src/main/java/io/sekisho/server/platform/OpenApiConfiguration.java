package io.sekisho.server.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What /openapi says beside the endpoints, which are read from the handlers. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "bearer";

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
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key: ./sekisho key create")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }
}
