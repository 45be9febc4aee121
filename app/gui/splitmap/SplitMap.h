#pragma once

#include "app/gui/Environment.h"
#include "app/gui/jobs/LatestRunner.h"
#include "app/gui/splitmap/MapContext.h"
#include "app/gui/splitmap/MapPicture.h"
#include "core/model/Partition.h"

#include <QGraphicsView>
#include <QImage>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace naru::gui {

/// The map of a split. Says what a person wants by gesture; changes nothing itself.
/// The view is only the camera: the map is painted as one picture, a bit larger than the window. A small map is painted at once; a large
/// one outside of the GUI thread, while the last picture is shown moved and scaled. Panning only moves the picture.
class SplitMap : public QGraphicsView {
    Q_OBJECT
public:
    using Places = std::map<std::string, QPointF>;

    explicit SplitMap(Environment& environment, QWidget* parent = nullptr);
    ~SplitMap() override;
    /// Shows an alternative. Contexts stand where `places` says, else where they were shown before, else beside what they are tied to.
    void show(const core::Alternative& alternative, const Places& places = {});
    void select(const std::string& context);
    void markMember(const std::string& member);
    void setOpen(const std::string& context, bool open);
    [[nodiscard]] bool isOpen(const std::string& context) const { return m_open.contains(context); }
    /// Nothing can be selected or dragged: what is shown is only looked at.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    void fit();
    void zoom(double factor);
    void arrange(); ///< lays the map out anew
    [[nodiscard]] QPoint viewPositionOf(const std::string& context) const;
    [[nodiscard]] QPoint viewPositionOfMember(const std::string& context, const std::string& member) const;
    [[nodiscard]] QPointF placeOf(const std::string& context) const;
    /// The map as a picture, with nothing cut off.
    [[nodiscard]] QImage image(double scale) const;
    /// What is painted, as plain values.
    [[nodiscard]] MapPicture picture() const;
    /// A frame or a layout is being made outside of the GUI thread.
    [[nodiscard]] bool busy() const { return m_frames.busy() || m_layouts.busy(); }

signals:
    void contextSelected(const QString& context);
    void memberSelected(const QString& member, const QString& context);
    void edgeSelected(const QString& from, const QString& to, naru::core::InterfaceKind kind);
    void moveWanted(const QString& member, const QString& context);
    void mergeWanted(const QString& from, const QString& into);
    void renameWanted(const QString& context);
    /// Areas were put elsewhere by a person, who wants to find them there again.
    void placed(const naru::gui::SplitMap::Places& places);
    /// A member hangs over a context it does not belong to (empty: over none).
    void dragging(const QString& member, const QString& context);
    /// The same of a whole context.
    void draggingContext(const QString& from, const QString& into);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Drag { None, Pan, Member, Context };
    /// A call between members of two contexts, resolved to indexes.
    struct Call {
        int from = 0;
        int fromChip = 0;
        int to = 0;
        int toChip = 0;
    };
    /// The map as it was painted last.
    struct Frame {
        QImage image;
        QRectF shown; ///< part of the map
        double scale = 1;
        int content = -1; ///< of m_content
    };

    void resolveCalls(const core::Alternative& alternative);
    void takeLayout(const Places& base); ///< of closed areas; makes room for the opened ones
    void rebuildLines(bool paintAnew = true);
    void refreshStyle();
    void changed(); ///< what is painted is out of date
    [[nodiscard]] static Frame painted(const MapPicture& picture, const QRectF& shown, double scale, double ratio, int content,
                                       const std::stop_token& stop);
    [[nodiscard]] QRectF visible() const;
    void wantFrame();
    void paintOver(QPainter& painter);
    [[nodiscard]] QRectF bounds() const;
    void dragOver(int over);
    void clickBeside(const QPoint& point); ///< a line, or nothing
    void endDrag();
    [[nodiscard]] int indexAt(const QPoint& point, int except = -1) const;
    [[nodiscard]] int indexOf(const std::string& context) const;
    [[nodiscard]] int lineAt(const std::vector<MapLine>& lines, const QPointF& point, double tolerance) const;
    void chooseIndex(int index);
    [[nodiscard]] const std::string& idOf(int index) const { return m_items[static_cast<std::size_t>(index)].context().id; }

    Environment& m_env;
    Words* m_words;
    QGraphicsScene* m_scene; ///< empty: gives the view its extent
    std::vector<MapContext> m_items;
    std::vector<MapLine> m_pairs; ///< bundles of all pairs; their lines are not yet drawn
    std::vector<Call> m_calls;
    std::shared_ptr<const std::vector<MapLine>> m_bundles;
    std::shared_ptr<const std::vector<MapLine>> m_threads;
    MapStyle m_style;
    Places m_places; ///< of closed areas, also of contexts that are gone: they may come back
    std::set<std::string> m_open;
    std::string m_selected;
    std::string m_marked;
    Frame m_frame;
    int m_content = 0; ///< counts what changes the picture
    LatestRunner m_frames;
    LatestRunner m_layouts;

    bool m_readOnly = false;
    Drag m_drag = Drag::None;
    QPoint m_pressed;
    QPoint m_last;
    bool m_moved = false;
    bool m_fitted = true; ///< the whole map is shown: stays so when the window grows
    int m_dragItem = -1;
    int m_target = -1;
    QPointF m_grab;
    QPointF m_home;
    std::string m_dragMember;
    QString m_ghost;
};

} // namespace naru::gui
