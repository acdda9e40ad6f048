package io.github.gdxagents.training.report;

import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as one HTML page that holds all it shows: it loads nothing, from no disk and no network.
 *
 * <p>The same content gives the same page: it has no date in it.
 *
 * @param name of the run
 * @param status how far it is, in a sentence
 * @param commands what can be done with the run, a line each
 * @param learningCurve PNG, empty if there is nothing to draw yet
 * @param configuration YAML
 */
public record ReportPage(
        String game,
        String name,
        String status,
        List<Fact> facts,
        List<String> commands,
        byte[] learningCurve,
        MetricsTable table,
        List<HealthWarning> warnings,
        String configuration) {
    /** A figure at the head of a report: its value in few characters, and a line below, or an empty one. */
    public record Fact(String label, String value, String detail) {}

    /** Copies the lists. */
    public ReportPage {
        facts = List.copyOf(facts);
        commands = List.copyOf(commands);
        warnings = List.copyOf(warnings);
    }

    /** {@return the page} */
    public String html() {
        Html html = new Html();
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;")
                .raw(" style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", game + ", " + name)
                .raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n");
        head(html);
        curve(html);
        health(html);
        if (table.size() > 0) {
            diagnostics(html);
        }
        html.element("h2", "Configuration").raw("\n").element("pre", configuration);
        return html.raw("\n</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("can't read report.css from the jar", e);
        }
    }

    private void head(Html html) {
        html.raw("<h1>").text(game).element("small", name).raw("</h1>\n");
        html.element("p class=\"status\"", status).raw("\n<dl class=\"facts\">\n");
        for (Fact fact : facts) {
            html.raw("<div>")
                    .element("dt", fact.label())
                    .element("dd class=\"value\"", fact.value())
                    .element("dd class=\"detail\"", fact.detail())
                    .raw("</div>\n");
        }
        html.raw("</dl>\n");
        if (!commands.isEmpty()) {
            html.element("h2", "What to do with it").raw("\n").element("pre", String.join("\n", commands));
        }
    }

    private void curve(Html html) {
        if (learningCurve.length > 0) {
            html.element("h2", "Learning curve")
                    .raw("\n<div class=\"card curve\">")
                    .picture(learningCurve, LearningCurve.WIDTH, LearningCurve.HEIGHT, "Returns over steps")
                    .raw("</div>\n");
        }
    }

    private void health(Html html) {
        html.element("h2", "Health").raw("\n");
        if (warnings.isEmpty()) {
            String all = table.size() == 0
                    ? "No iteration is finished yet."
                    : "No warnings in " + NumberText.count(table.size()) + " iterations.";
            html.element("p class=\"card well\"", all).raw("\n");
            return;
        }
        html.raw(
                "<table>\n<thead><tr><th>What</th><th>When</th><th>Figures, and what to try</th></tr></thead>\n<tbody>\n");
        for (HealthWarning warning : warnings) {
            html.raw("<tr>")
                    .element("th", warning.titleOfBehavior())
                    .element("td class=\"span\"", warning.span())
                    .element("td", warning.words())
                    .raw("</tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
    }

    private void diagnostics(Html html) {
        html.element("h2", "Diagnostics")
                .raw("\n<p class=\"key\"><i class=\"range\"></i>healthy range <i class=\"ill\"></i>a warning lasted;")
                .raw(" steps are decisions of all agents, from left to right in every picture</p>\n");
        for (String behavior : table.behaviors()) {
            PanelGroup.OF_BEHAVIOR.forEach(group -> group(html, behavior, group));
            group(html, behavior, PanelGroup.others(table, behavior));
        }
        group(html, MetricsTable.ONLY_BEHAVIOR, PanelGroup.TIME);
    }

    private void group(Html html, String behavior, PanelGroup group) {
        List<Panel> shown = group.panels().stream()
                .filter(panel -> panel.isIn(table, behavior))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        html.element("h3", behavior.isEmpty() ? group.title() : behavior + ": " + group.title())
                .raw("\n<div class=\"panels\">\n");
        List<byte[]> pictures = shown.parallelStream() // most of the time that a report takes
                .map(panel -> panel.png(table, behavior, warnings))
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            figure(html, shown.get(i), shown.get(i).last(table, behavior), pictures.get(i));
        }
        html.raw("</div>\n");
    }

    private static void figure(Html html, Panel panel, double last, byte[] png) {
        html.raw("<figure><figcaption>")
                .text(panel.title())
                .element("span", NumberText.of(last))
                .raw("</figcaption><p>")
                .text(panel.meaning());
        if (panel.healthy() != null) {
            html.element("span class=\"healthy\"", " · healthy " + panel.healthy());
        }
        html.raw("</p>")
                .picture(png, Panel.WIDTH, Panel.HEIGHT, panel.title() + " over steps")
                .raw("</figure>\n");
    }
}
