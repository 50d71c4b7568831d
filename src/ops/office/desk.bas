REM Run by office.fixture.ts: opens a file, carries out an order a line (fields parted by tabs) and saves or reports.

Sub Carry(source As String, ordersPath As String, reportPath As String)
  On Error Goto Failed
  Dim opening(2) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  If Right(source, 4) = ".csv" Then
    opening(1).Name = "FilterName"
    opening(1).Value = "Text - txt - csv (StarCalc)"
    REM Comma, quotation mark, UTF-8; numbers are looked for and formulas evaluated: the most that anybody can switch on.
    opening(2).Name = "FilterOptions"
    opening(2).Value = "44,34,76,1,,0,false,true,false,false,false,0,true"
  End If
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
  Dim report As String
  Dim order As Variant
  For Each order In Split(ReadText(ordersPath), Chr(10))
    If order <> "" Then report = report & Obey(book, Split(order, Chr(9))) & Chr(10)
  Next order
  WriteText(reportPath, report)
  book.close(True)
  Exit Sub
Failed:
  WriteText(reportPath, "failed" & Chr(9) & Error$ & " (line " & Erl & ")")
End Sub

Function Obey(book As Object, order As Variant) As String
  Dim sheet As Object
  Obey = "done"
  Select Case order(0)
    Case "type"
      sheet = book.Sheets.getByName(order(1))
      sheet.getCellRangeByName(order(2)).String = Join(Split(order(3), "\n"), Chr(10))
    Case "date"
      sheet = book.Sheets.getByName(order(1))
      Dim locale As New com.sun.star.lang.Locale
      If UBound(order) > 5 Then
        sheet.getCellRangeByName(order(2)).NumberFormat = book.NumberFormats.addNew(order(6), locale)
      Else
        sheet.getCellRangeByName(order(2)).NumberFormat = book.NumberFormats.getStandardFormat(com.sun.star.util.NumberFormat.DATE, locale)
      End If
      sheet.getCellRangeByName(order(2)).Value = CDbl(DateSerial(CInt(order(3)), CInt(order(4)), CInt(order(5))))
    Case "bold"
      Dim cursor As Object
      cursor = book.Sheets.getByName(order(1)).getCellRangeByName(order(2)).createTextCursor()
      cursor.gotoStart(False)
      cursor.goRight(2, True)
      cursor.CharWeight = com.sun.star.awt.FontWeight.BOLD
    Case "width"
      book.Sheets.getByName(order(1)).Columns.getByName(order(2)).Width = CLng(order(3))
    Case "hide"
      book.Sheets.getByName(order(1)).Rows.getByIndex(CLng(order(2)) - 1).IsVisible = False
    Case "unprotect"
      book.Sheets.getByName(order(1)).unprotect("")
    Case "remove"
      book.Sheets.getByName(order(1)).Rows.removeByIndex(CLng(order(2)) - 1, CLng(order(3)) - CLng(order(2)) + 1)
    Case "protection"
      sheet = book.Sheets.getByName(order(1))
      Obey = IIf(sheet.isProtected(), "protected", "open") & Chr(9) & _
        IIf(sheet.getCellRangeByName(order(2)).CellProtection.IsLocked, "locked", "open")
    Case "list"
      sheet = book.Sheets.getByName(order(1))
      Obey = CStr(sheet.getCellRangeByName(order(2)).Validation.Type) & Chr(9) & _
        sheet.getCellRangeByName(order(2)).Validation.getFormula1()
    Case "page"
      sheet = book.Sheets.getByName(order(1))
      Dim style As Object
      style = book.StyleFamilies.getByName("PageStyles").getByName(sheet.PageStyle)
      Obey = IIf(style.IsLandscape, "landscape", "portrait") & Chr(9) & style.Width & "x" & style.Height & Chr(9) & _
        IIf(sheet.PrintTitleRows, (sheet.TitleRows.StartRow + 1) & "-" & (sheet.TitleRows.EndRow + 1), "no head") & Chr(9) & _
        style.ScaleToPagesX & "x" & style.ScaleToPagesY
    Case "formulas"
      Dim count As Long
      Dim names As String
      For Each sheet In book.Sheets
        names = names & Chr(9) & IIf(sheet.IsVisible, "shown", "hidden") & ":" & sheet.Name
        count = count + CellsWith(sheet, com.sun.star.sheet.CellFlags.FORMULA)
      Next sheet
      Obey = CStr(count) & names
    Case "text"
      Obey = Join(Split(book.Sheets.getByIndex(CLng(order(1))).getCellRangeByName(order(2)).String, Chr(10)), "\n")
    Case "save"
      Dim saving(0) As New com.sun.star.beans.PropertyValue
      saving(0).Name = "FilterName"
      saving(0).Value = order(2)
      book.storeToURL(ConvertToURL(order(1)), saving())
    Case Else
      Obey = "no such order"
  End Select
End Function

Function CellsWith(sheet As Object, flags As Long) As Long
  Dim found As Object
  found = sheet.queryContentCells(flags)
  Dim index As Long
  For index = 0 To found.Count - 1
    Dim area As Object
    area = found.getByIndex(index).RangeAddress
    CellsWith = CellsWith + (area.EndColumn - area.StartColumn + 1) * (area.EndRow - area.StartRow + 1)
  Next index
End Function

Function ReadText(path As String) As String
  Dim files As Object, stream As Object
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = CreateUnoService("com.sun.star.io.TextInputStream")
  stream.setInputStream(files.openFileRead(ConvertToURL(path)))
  stream.setEncoding("UTF-8")
  Do While Not stream.isEOF()
    ReadText = ReadText & stream.readLine() & Chr(10)
  Loop
  stream.closeInput()
End Function

Sub WriteText(path As String, text As String)
  Dim files As Object, stream As Object
  files = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = CreateUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(ConvertToURL(path)))
  stream.setEncoding("UTF-8")
  stream.writeString(text)
  stream.closeOutput()
End Sub
