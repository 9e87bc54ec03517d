// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/renderers.h"

#include "backend/base/owned.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <memory>

/// Painted with cairo, as the backend knows no window system. Text goes through glyphs and clusters without shaping, so
/// no ligature or contextual form stands between what is seen and what is copied.
namespace keyward::reports {
namespace {

constexpr double pageWidth = 842;
constexpr double pageHeight = 595; // A4 landscape, points
constexpr double margin = 40;
constexpr double textSize = 8;
constexpr double lineHeight = 11;
constexpr double cellPad = 3;

enum class Face { Regular, Bold, Mono };

struct Run { ///< one line of text at a place
    double x, y;
    Face face;
    double size;
    double grey;
    std::string text;
};
struct Rule {
    double y;
};
struct Page {
    std::vector<Run> runs;
    std::vector<Rule> rules;
};

using Surface = std::unique_ptr<cairo_surface_t, Freer<cairo_surface_destroy>>;
using Painter = std::unique_ptr<cairo_t, Freer<cairo_destroy>>;

cairo_status_t collect(void *out, const unsigned char *data, unsigned size)
{
    append(*static_cast<Bytes *>(out), {data, size});
    return CAIRO_STATUS_SUCCESS;
}

void useFace(cairo_t *cairo, Face face, double size)
{
    cairo_select_font_face(cairo, face == Face::Mono ? "JetBrains Mono" : "Inter", CAIRO_FONT_SLANT_NORMAL,
                           face == Face::Bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo, face == Face::Mono ? size * 0.94 : size);
}

double widthOf(cairo_t *cairo, const std::string &text)
{
    cairo_text_extents_t extents{};
    cairo_text_extents(cairo, text.c_str(), &extents);
    return extents.x_advance;
}

std::size_t characterLength(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/// Breaks at spaces where it can, inside words where it must; nothing is cut off.
std::vector<std::string> wrapped(cairo_t *cairo, const std::string &text, double width)
{
    std::vector<std::string> lines;
    std::string line;
    std::size_t lastSpace = std::string::npos;
    double used = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto character = text.substr(i, characterLength(text[i]));
        const auto advance = widthOf(cairo, character);
        if (used + advance > width && !line.empty()) {
            std::string rest;
            if (lastSpace != std::string::npos && character != " ") {
                rest = line.substr(lastSpace + 1);
                line.resize(lastSpace);
            }
            lines.push_back(std::exchange(line, rest));
            used = widthOf(cairo, line);
            lastSpace = std::string::npos;
            if (character == " " && line.empty()) {
                i += character.size();
                continue;
            }
        }
        if (character == " ") lastSpace = line.size();
        line += character;
        used += advance;
        i += character.size();
    }
    lines.push_back(line);
    return lines;
}

/// Lays the report out into pages first, so that each can say how many there are.
class Layout
{
public:
    explicit Layout(cairo_t *cairo) : m_cairo(cairo) { newPage(); }

    std::vector<Page> run(const Report &report)
    {
        write(report.title, Face::Bold, 15, 0.1);
        m_y += 8;
        for (const auto &[name, value] : report.facts) {
            add({margin, m_y, Face::Regular, textSize + 1, 0.4, name});
            add({margin + 110, m_y, Face::Regular, textSize + 1, 0.1, value});
            m_y += lineHeight + 2;
        }
        for (const auto &section : report.sections) layOut(section);
        return std::move(m_pages);
    }

private:
    void newPage()
    {
        m_pages.emplace_back();
        m_y = margin + 10;
    }
    void add(Run run) { m_pages.back().runs.push_back(std::move(run)); }
    bool fits(double height) const { return m_y + height <= pageHeight - margin - 12; }
    void write(const std::string &text, Face face, double size, double grey)
    {
        add({margin, m_y + size, face, size, grey, text});
        m_y += size * 1.5;
    }

    void layOut(const Section &section)
    {
        m_y += 16;
        if (!fits(60)) newPage();
        write(section.title, Face::Bold, 11, 0.1);
        m_y += 2;
        if (section.rows.empty()) {
            write(section.note, Face::Regular, textSize + 1, 0.4);
            return;
        }
        measure(section);
        header(section);
        for (const auto &row : section.rows) layOutRow(section, row);
    }

    void measure(const Section &section)
    {
        double total = 0;
        for (const auto &column : section.columns) total += column.share;
        m_widths.clear();
        for (const auto &column : section.columns) m_widths.push_back((pageWidth - 2 * margin) * column.share / total);
    }

    void header(const Section &section)
    {
        double x = margin;
        for (std::size_t i = 0; i < section.columns.size(); ++i) {
            place(section.columns[i].title, Face::Regular, x, m_widths[i], section.columns[i].right, m_y + textSize,
                  0.4);
            x += m_widths[i];
        }
        m_y += lineHeight + 2;
        m_pages.back().rules.push_back({m_y});
        m_y += 3;
    }

    void place(const std::string &text, Face face, double x, double width, bool right, double y, double grey)
    {
        useFace(m_cairo, face, textSize);
        const double left = right ? x + width - cellPad * 4 - widthOf(m_cairo, text) : x;
        add({left, y, face, textSize, grey, text});
    }

    void layOutRow(const Section &section, const std::vector<std::string> &row)
    {
        std::vector<std::vector<std::string>> cells;
        std::size_t lines = 1;
        for (std::size_t i = 0; i < row.size(); ++i) {
            useFace(m_cairo, section.columns[i].mono ? Face::Mono : Face::Regular, textSize);
            cells.push_back(wrapped(m_cairo, row[i], m_widths[i] - cellPad * (section.columns[i].right ? 4 : 2)));
            lines = std::max(lines, cells.back().size());
        }
        for (std::size_t line = 0; line < lines; ++line) { // a row taller than a page goes on on the next
            if (!fits(lineHeight) || (line == 0 && lines < 20 && !fits(lineHeight * static_cast<double>(lines)))) {
                newPage();
                header(section);
            }
            double x = margin;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                if (line < cells[i].size())
                    place(cells[i][line], section.columns[i].mono ? Face::Mono : Face::Regular, x, m_widths[i],
                          section.columns[i].right, m_y + textSize, 0.1);
                x += m_widths[i];
            }
            m_y += lineHeight;
        }
        m_y += 2;
        m_pages.back().rules.push_back({m_y});
        m_y += 2;
    }

    cairo_t *m_cairo;
    std::vector<Page> m_pages;
    std::vector<double> m_widths;
    double m_y = 0;
};

void paint(cairo_t *cairo, const Run &run)
{
    useFace(cairo, run.face, run.size);
    cairo_set_source_rgb(cairo, run.grey, run.grey, run.grey * 1.15);
    cairo_glyph_t *glyphs = nullptr;
    cairo_text_cluster_t *clusters = nullptr;
    int glyphCount = 0;
    int clusterCount = 0;
    cairo_text_cluster_flags_t flags{};
    const auto status = cairo_scaled_font_text_to_glyphs(cairo_get_scaled_font(cairo), run.x, run.y, run.text.c_str(),
                                                         static_cast<int>(run.text.size()), &glyphs, &glyphCount,
                                                         &clusters, &clusterCount, &flags);
    if (status == CAIRO_STATUS_SUCCESS)
        cairo_show_text_glyphs(cairo, run.text.c_str(), static_cast<int>(run.text.size()), glyphs, glyphCount, clusters,
                               clusterCount, flags);
    cairo_glyph_free(glyphs);
    cairo_text_cluster_free(clusters);
}

void paint(cairo_t *cairo, const Page &page, const Report &report, std::size_t number, std::size_t count)
{
    cairo_set_line_width(cairo, 0.4);
    cairo_set_source_rgb(cairo, 0.85, 0.86, 0.89);
    for (const auto &rule : page.rules) {
        cairo_move_to(cairo, margin, rule.y);
        cairo_line_to(cairo, pageWidth - margin, rule.y);
    }
    cairo_stroke(cairo);
    for (const auto &run : page.runs) paint(cairo, run);
    const double y = pageHeight - margin + 8;
    paint(cairo, Run{margin, y, Face::Regular, textSize, 0.4, report.title + ", " + isoText(report.generated)});
    const auto label = "Page " + std::to_string(number) + " of " + std::to_string(count);
    useFace(cairo, Face::Regular, textSize);
    paint(cairo, Run{pageWidth - margin - widthOf(cairo, label), y, Face::Regular, textSize, 0.4, label});
    cairo_show_page(cairo);
}

} // namespace

Result<Bytes> renderPdf(const Report &report)
{
    Bytes out;
    const Surface surface(cairo_pdf_surface_create_for_stream(collect, &out, pageWidth, pageHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, report.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Keyward");
    {
        const Painter painter(cairo_create(surface.get()));
        const auto pages = Layout(painter.get()).run(report);
        for (std::size_t i = 0; i < pages.size(); ++i) paint(painter.get(), pages[i], report, i + 1, pages.size());
        if (const auto status = cairo_status(painter.get()); status != CAIRO_STATUS_SUCCESS)
            return fail(Code::Internal, {},
                        {std::string("the PDF could not be painted: ") + cairo_status_to_string(status)});
    }
    cairo_surface_finish(surface.get());
    return out;
}

} // namespace keyward::reports
